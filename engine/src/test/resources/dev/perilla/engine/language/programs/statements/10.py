s = 'Hello, World'
print(s[0], s[-1], s[1:4], s[::-1], s[::2], s[10:], s[-3:], s[:0] == '', len(s), s * 2, 'x' + s)
print(s.upper(), s.lower(), s.replace('l', 'L'), s.find('o'), s.rfind('o'), s.index('W'), s.count('l'), s.split(', '), s.startswith('He'), s.endswith('d'), s.title(), s.swapcase(), s.partition(', '))
print('a,b,,c'.split(','), ' a b  c '.split(), 'a\nb\n'.splitlines(), '-'.join(['a', 'b']), '  x '.strip() + '|', 'xxaxx'.strip('x'), 'abc'.center(9, '*'), 'abc'.ljust(5) + '|', 'abc'.rjust(5), '42'.zfill(5), '-42'.zfill(5))
print('abc'.isalpha(), '123'.isdigit(), 'a1'.isalnum(), ' '.isspace(), 'A'.isupper(), 'a'.islower(), 'a b'.isidentifier(), 'Ab'.istitle())
print('%s %d %5.2f %x %o %e %% %r %c' % ('a', 5, 3.14159, 255, 8, 12345.678, 'q', 'z'), '%(a)s' % {'a': 1}, '%-5s|%05d|%+d' % ('x', 42, 7))
print('{} {1} {0}'.format(1, 2) if False else '{0} {1} {0}'.format(1, 2), '{:>5}|{:<5}|{:^5}|{:05d}|{:.2f}|{:,}|{:e}|{:%}|{:x}|{:#x}|{:b}|{:+}|{:g}'.format('a', 'b', 'c', 42, 3.14159, 1234567, 12345.678, 0.25, 255, 255, 5, 3, 1e10))
x = 3.14159; w = 10
print(f'{x:.2f} {x:{w}.3f} {x!r} {x=} {x = :.1f} {"q"} {{}} {1+1} {[1,2][0]} {"a" if x else "b"} {x:>{w}}')
print(f"{'nested ' + f'{x:.1f}'}", f'''tri
ple {x:.1f}''', r'raw\n', 'tab\tq', 'uni\u00e9', '\x41', '\\', "it's", 'say "hi"', repr("it's"), repr('a\nb'), repr('é\x00'), 'a' 'b')
print('a' < 'b', 'abc' < 'abd', 'Z' < 'a', '' < 'a', 'é' > 'z', ord('é'), '😀'[0], len('😀a'), '😀a'[1], 'a😀b'[::-1])
