using System.Globalization;

namespace Portal.Rules.Cases.Filters;

/// <summary>A condition as somebody typed it or an address has it; nothing of it is known to make sense.</summary>
/// <param name="Field">A word of an address.</param>
/// <param name="Operator">A word of an address.</param>
/// <param name="Value">Any text.</param>
public sealed record FilterText(string Field, string Operator, string Value)
{
    /// <summary>Takes "subject.contains.VPN" apart; all behind the second dot is the value.</summary>
    /// <param name="text">Any text.</param>
    public static FilterText Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split('.', 3);
        return new FilterText(parts[0], parts.ElementAtOrDefault(1) ?? "", parts.ElementAtOrDefault(2) ?? "");
    }
}

/// <summary>A condition that makes sense; <see cref="FilterReader"/> makes them.</summary>
public sealed record FilterCondition
{
    internal FilterCondition(CaseField field, FilterOperator compared, string value)
    {
        (Field, Operator, Value) = (field, compared, value);
    }

    /// <summary>What it is about.</summary>
    public CaseField Field { get; }

    /// <summary>How it is compared.</summary>
    public FilterOperator Operator { get; }

    /// <summary>With what, in its one form; empty where the operator needs nothing.</summary>
    public string Value { get; }

    /// <summary>The value as a number: of a case, or of days.</summary>
    public int Number => int.Parse(Value, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>The value as a day.</summary>
    public DateOnly Day => DateOnly.ParseExact(Value, FilterReader.DayForm, CultureInfo.InvariantCulture);

    /// <summary>The value as somebody's id.</summary>
    /// <param name="me">Whoever looks.</param>
    public Guid Person(Guid me) => Value == FilterTable.Self ? me : Guid.ParseExact(Value, "D");

    /// <summary>The value as one of a choice.</summary>
    /// <typeparam name="T">Of which.</typeparam>
    public T Choice<T>()
        where T : struct, Enum => FilterTable.Named<T>(Value) ?? throw new InvalidOperationException(Value);

    /// <summary>As an address has it.</summary>
    public override string ToString() => Operator == FilterOperator.Empty
        ? $"{FilterTable.Key(Field)}.{FilterTable.Key(Operator)}"
        : $"{FilterTable.Key(Field)}.{FilterTable.Key(Operator)}.{Value}";
}
