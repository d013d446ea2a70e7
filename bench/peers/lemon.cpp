// The same problem solved by LEMON's network simplex (https://lemon.cs.elte.hu), to compare with.
// Usage: lemon FILE lemon-ns REPEATS. Prints one line of JSON: card, total, and the median
// processor time in milliseconds to build the graph and to solve it.
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>

using Graph = lemon::SmartDigraph;
using Solver = lemon::NetworkSimplex<Graph, int64_t, int64_t>;
using List = std::vector<int32_t>;

static List read(FILE *file, size_t length) {
  List list(length);
  if (fread(list.data(), 4, length, file) != length) exit(1);
  return list;
}

static double now() {
  timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

int main(int count, char **args) {
  FILE *file = count > 3 ? fopen(args[1], "rb") : nullptr;
  if (!file) return 1;
  List head = read(file, 8);
  const int mentees = head[2], mentors = head[3], edges = head[4];
  const int64_t highest = head[5], unmatched = 1 + int64_t(mentees) * (highest + 1);
  List capacity = read(file, mentors);
  read(file, mentees);
  List rowStart = read(file, mentees + 1), mentor = read(file, edges), score = read(file, edges);
  std::vector<double> builds, solves;
  int64_t card = 0, total = 0;
  for (int repeat = 0; repeat < atoi(args[3]); repeat++) {
    double start = now();
    Graph graph;
    graph.reserveNode(mentees + mentors + 1);
    graph.reserveArc(edges + mentors + mentees);
    for (int x = 0; x <= mentees + mentors; x++) graph.addNode();
    const auto node = [&](int x) { return graph.nodeFromId(x); };
    const int sink = mentees + mentors;
    for (int i = 0; i < mentees; i++)
      for (int e = rowStart[i]; e < rowStart[i + 1]; e++)
        graph.addArc(node(i), node(mentees + mentor[e]));
    for (int j = 0; j < mentors; j++) graph.addArc(node(mentees + j), node(sink));
    for (int i = 0; i < mentees; i++) graph.addArc(node(i), node(sink));
    Graph::ArcMap<int64_t> upper(graph), cost(graph);
    Graph::NodeMap<int64_t> supply(graph, 0);
    const auto set = [&](int x, int64_t most, int64_t price) {
      upper[graph.arcFromId(x)] = most;
      cost[graph.arcFromId(x)] = price;
    };
    // No bound where none is needed: the simplex is twice as fast without.
    const int64_t open = 1 << 30;
    for (int e = 0; e < edges; e++) set(e, open, highest - score[e]);
    for (int j = 0; j < mentors; j++) set(edges + j, capacity[j], 0);
    for (int i = 0; i < mentees; i++) set(edges + mentors + i, open, unmatched);
    for (int i = 0; i < mentees; i++) supply[node(i)] = 1;
    supply[node(sink)] = -mentees;
    Solver solver(graph);
    solver.upperMap(upper).costMap(cost).supplyMap(supply);
    builds.push_back(now() - start);
    start = now();
    if (solver.run() != Solver::OPTIMAL) return 1;
    solves.push_back(now() - start);
    card = total = 0;
    for (int e = 0; e < edges; e++)
      if (solver.flow(graph.arcFromId(e))) card++, total += score[e];
  }
  std::sort(builds.begin(), builds.end());
  std::sort(solves.begin(), solves.end());
  printf("{\"card\":%lld,\"total\":%lld,\"build\":%.2f,\"solve\":%.2f}\n", (long long)card,
         (long long)total, builds[builds.size() / 2], solves[solves.size() / 2]);
}
