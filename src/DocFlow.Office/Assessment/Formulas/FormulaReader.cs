using System.Globalization;

namespace DocFlow.Office.Assessment.Formulas;

/// <summary>
/// Reads a formula: figures, names, + − × ÷, brackets, max(…), min(…) and round(…), nothing else. There is no way to do anything over and
/// over, to call anything, or to reach anything that isn't named; so nothing that is written here can run for long.
/// </summary>
internal sealed class FormulaReader
{
    /// <summary>The largest figure that may be written, or come out of any part.</summary>
    public const decimal Most = 1_000_000;

    private const int MostText = 500;
    private const int MostDepth = 30;
    private const int MostPlaces = 4;
    private static readonly string[] Functions = ["max", "min", "round"];

    private readonly string _text;
    private int _at;
    private int _depth;

    private FormulaReader(string text) => _text = text;

    /// <exception cref="RefusalException">It isn't a formula; the message says where and why.</exception>
    public static FormulaPart Read(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw RefusalException.Invalid("公式是空的。");
        if (text.Length > MostText)
            throw RefusalException.Invalid($"公式有{text.Length}个字符，超过上限{MostText}。");
        var reader = new FormulaReader(Plain(text));
        var read = reader.Sum();
        return reader.Next() is null ? read : throw reader.Wrong($"“{reader._text[reader._at]}”在这里无法识别");
    }

    // As the office types: full-width signs mean the same.
    private static string Plain(string text) => string.Concat(text.Select(character => character switch
    {
        '×' or '＊' => '*',
        '÷' or '／' => '/',
        '－' or '−' or '–' => '-',
        '＋' => '+',
        '（' => '(',
        '）' => ')',
        '，' or '、' => ',',
        '\u3000' => ' ',
        >= '０' and <= '９' => (char)(character - '０' + '0'),
        '．' => '.',
        _ => character,
    }));

    private FormulaPart Sum()
    {
        var left = Product();
        while (Next() is '+' or '-')
        {
            var sign = _text[_at++];
            left = new FormulaPart.Reckoned(sign, left, Product());
        }

        return left;
    }

    private FormulaPart Product()
    {
        var left = One();
        while (Next() is '*' or '/')
        {
            var sign = _text[_at++];
            left = new FormulaPart.Reckoned(sign, left, One());
        }

        return left;
    }

    private FormulaPart One()
    {
        if (++_depth > MostDepth)
            throw RefusalException.Invalid($"公式的括号和正负号嵌套超过{MostDepth}层。");
        var part = Next() switch
        {
            '-' => Negative(),
            '+' => Positive(),
            '(' => Bracket(),
            >= '0' and <= '9' => Figure(),
            { } character when char.IsLetter(character) => Word(),
            null => throw Wrong("公式没有写完"),
            { } character => throw Wrong($"“{character}”在这里无法识别"),
        };
        _depth--;
        return part;
    }

    private FormulaPart.Reckoned Negative()
    {
        _at++;
        return new FormulaPart.Reckoned('-', new FormulaPart.Figure(0), One());
    }

    private FormulaPart Positive()
    {
        _at++;
        return One();
    }

    private FormulaPart Bracket()
    {
        _at++;
        var inside = Sum();
        Require(')');
        return inside;
    }

    private FormulaPart.Figure Figure()
    {
        var from = _at;
        while (_at < _text.Length && (char.IsAsciiDigit(_text[_at]) || _text[_at] == '.'))
            _at++;
        var digits = _text[from.._at];
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || digits.EndsWith('.'))
            throw Wrong(digits.Length > 20 ? "数字太长" : $"“{digits}”不是数字");
        if (value > Most)
            throw Wrong($"“{digits}”超过上限{Most:0}");
        return decimal.Round(value, MostPlaces) == value ? new FormulaPart.Figure(value) : throw Wrong($"“{digits}”的小数超过{MostPlaces}位");
    }

    private FormulaPart Word()
    {
        var from = _at;
        while (_at < _text.Length && char.IsLetterOrDigit(_text[_at]))
            _at++;
        var word = _text[from.._at];
        if (Next() != '(')
            return new FormulaPart.Named(word);
        var function = word.ToLowerInvariant();
        if (!Functions.Contains(function))
            throw Wrong($"没有函数“{word}”，可用：{string.Join('、', Functions)}");
        _at++;
        var of = new List<FormulaPart> { Sum() };
        while (Next() == ',')
        {
            _at++;
            of.Add(Sum());
        }

        Require(')');
        if (function == "round" ? of.Count != 1 : of.Count < 2)
            throw Wrong(function == "round" ? "round 只取一个数" : $"{function} 至少比较两个数");
        return new FormulaPart.Called(function, of);
    }

    private void Require(char sign)
    {
        if (Next() != sign)
            throw Wrong(Next() is { } other ? $"这里应是“{sign}”，不是“{other}”" : $"缺少“{sign}”");
        _at++;
    }

    private char? Next()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
            _at++;
        return _at < _text.Length ? _text[_at] : null;
    }

    private RefusalException Wrong(string what) => RefusalException.Invalid(string.Create(CultureInfo.InvariantCulture, $"公式第{Math.Min(_at, _text.Length) + 1}个字符处：{what}。"));
}
