print([].__reversed__, 5) if 0 else print(list([1,2].__reversed__()), list({1:2,3:4}.__reversed__()), list(range(3).__reversed__()))
