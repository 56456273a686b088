try: a, b = 1, 2, 3
except ValueError as e: print(e)
try: a, b = [1]
except ValueError as e: print(e)
try: a, *b, c = [1]
except ValueError as e: print(e)
try: a, b = 5
except TypeError as e: print(e)
try: for_ = 1 + 'a'
except TypeError as e: print(e)
try: 'a' + 1
except TypeError as e: print(e)
try: [1] + (2,)
except TypeError as e: print(e)
try: (1,) + [2]
except TypeError as e: print(e)
try: 'a' * 'b'
except TypeError as e: print(e)
try: [1] * 1.5
except TypeError as e: print(e)
try: {} + {}
except TypeError as e: print(e)
try: None + 1
except TypeError as e: print(e)
try: 1 < 'a'
except TypeError as e: print(e)
try: [1] < 5
except TypeError as e: print(e)
try: len(5)
except TypeError as e: print(e)
try: for_ = [x for x in 5]
except TypeError as e: print(e)
try: 5()
except TypeError as e: print(e)
try: 5[0]
except TypeError as e: print(e)
try: None.x
except AttributeError as e: print(e)
try: 'abc'.foo
except AttributeError as e: print(e)
try: [][0]
except IndexError as e: print(e)
try: ()[0]
except IndexError as e: print(e)
try: ''[0]
except IndexError as e: print(e)
try: [1]['a']
except TypeError as e: print(e)
try: 'a'['a']
except TypeError as e: print(e)
try: (1,)[1.0]
except TypeError as e: print(e)
try: [].pop()
except IndexError as e: print(e)
try: [1].pop(5)
except IndexError as e: print(e)
try: [].remove(1)
except ValueError as e: print(e)
try: [].index(1)
except ValueError as e: print(e)
try: ''.index('a')
except ValueError as e: print(e)
try: int('x')
except ValueError as e: print(e)
try: int('')
except ValueError as e: print(e)
try: float('x')
except ValueError as e: print(e)
try: int([])
except TypeError as e: print(e)
try: float([])
except TypeError as e: print(e)
try: int(float('inf'))
except OverflowError as e: print(e)
try: int(float('nan'))
except ValueError as e: print(e)
try: 1 / 0
except ZeroDivisionError as e: print(e)
try: 1 // 0
except ZeroDivisionError as e: print(e)
try: 1 % 0
except ZeroDivisionError as e: print(e)
try: 1.0 / 0
except ZeroDivisionError as e: print(e)
try: 1.0 // 0
except ZeroDivisionError as e: print(e)
try: 1.0 % 0
except ZeroDivisionError as e: print(e)
try: 0 ** -1
except ZeroDivisionError as e: print(e)
try: 10.0 ** 400
except OverflowError as e: print(e)
try: divmod(1, 0)
except ZeroDivisionError as e: print(e)
try: 1 << -1
except ValueError as e: print(e)
try: 1.5 & 1
except TypeError as e: print(e)
try: -'a'
except TypeError as e: print(e)
try: ~1.5
except TypeError as e: print(e)
try: abs('a')
except TypeError as e: print(e)
try: sum(['a'])
except TypeError as e: print(e)
try: sum('ab', '')
except TypeError as e: print(e)
try: max([])
except ValueError as e: print(e)
try: max(1)
except TypeError as e: print(e)
try: sorted([1, 'a'])
except TypeError as e: print(e)
try: chr(-1)
except ValueError as e: print(e)
try: ord('ab')
except TypeError as e: print(e)
try: range(1, 2, 0)
except ValueError as e: print(e)
try: range(1.5)
except TypeError as e: print(e)
try: next(iter([]))
except StopIteration as e: print(repr(e))
try: next([])
except TypeError as e: print(e)
try: iter(5)
except TypeError as e: print(e)
try: ','.join([1])
except TypeError as e: print(e)
try: 'a'.join(5)
except TypeError as e: print(e)
try: '%d' % 'a'
except TypeError as e: print(e)
try: '%d %d' % (1,)
except TypeError as e: print(e)
try: '%d' % (1, 2)
except TypeError as e: print(e)
try: '{}'.format()
except IndexError as e: print(e)
try: '{a}'.format()
except KeyError as e: print(e)
try: f'{1:z}'
except ValueError as e: print(e)
try: f'{"a":d}'
except ValueError as e: print(e)
try: '{:d}'.format(1.5)
except ValueError as e: print(e)
try: f'{[]:5}'
except TypeError as e: print(e)
try: isinstance(1, 5)
except TypeError as e: print(e)
try: (1, 2).append(3)
except AttributeError as e: print(e)
try: (1, 2)[0] = 3
except TypeError as e: print(e)
try: 'a'[0] = 'b'
except TypeError as e: print(e)
try: del (1, 2)[0]
except TypeError as e: print(e)
try: print(1, foo=2)
except TypeError as e: print(e)
try: print(sep=1)
except TypeError as e: print(e)
try: len()
except TypeError as e: print(e)
try: len(1, 2)
except TypeError as e: print(e)
try: [].append()
except TypeError as e: print(e)
try: {}.get()
except TypeError as e: print(e)
try: 1 in 5
except TypeError as e: print(e)
try: 1 in 'a'
except TypeError as e: print(e)
try: [1, 2][::0]
except ValueError as e: print(e)
try: [1, 2, 3][::2] = [1]
except SyntaxError as e: print(e)
except ValueError as e: print(e)
try: dict([1])
except TypeError as e: print(e)
try: dict([(1, 2, 3)])
except ValueError as e: print(e)
try: set([[]])
except TypeError as e: print(e)
try: {{}}
except TypeError as e: print(e)
try: hash([])
except TypeError as e: print(e)
try: pow(2, -1, 4)
except ValueError as e: print(e)
try: round('a')
except TypeError as e: print(e)
try: 'abc'.split('')
except ValueError as e: print(e)
try: zip([1], 5)
except TypeError as e: print(e)
try: enumerate(5)
except TypeError as e: print(e)
try: map(str)
except TypeError as e: print(e)
try: list(map(lambda: 1, [1]))
except TypeError as e: print(e)
try: raise KeyError
except KeyError as e: print(repr(e), str(e))
try: raise StopIteration(5)
except StopIteration as e: print(e.value)
try: object().x = 1
except AttributeError as e: print(e)
try: int.foo = 1
except TypeError as e: print(e)
