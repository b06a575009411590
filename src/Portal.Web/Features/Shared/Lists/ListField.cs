using Portal.Web.Http.TagHelpers;
using Portal.Web.Lists;

namespace Portal.Web.Features.Shared.Lists;

/// <summary>
/// One condition of a list: the field it is set by, and the words in which it is told while it holds.
/// </summary>
/// <param name="Name">Of the parameter in the address.</param>
public sealed record ListField(string Name, string Label, string? Value)
{
    /// <summary>text, search, email or date.</summary>
    public string Type { get; init; } = "text";

    public string? Hint { get; init; }

    /// <summary>Makes it a choice among these.</summary>
    public IReadOnlyList<Choice>? Choices { get; init; }

    /// <summary>The choice that is no condition.</summary>
    public string? Any { get; init; }

    /// <summary>The value in words, where it is not told as it was typed.</summary>
    public string? Shown { get; init; }

    /// <summary>False for what changes how rows are shown, and not which.</summary>
    public bool Narrows { get; init; } = true;

    /// <summary>Conditions that mean nothing without this one and go with it, separated by commas.</summary>
    public string Along { get; init; } = "";

    public bool IsSet => !string.IsNullOrWhiteSpace(Value);

    /// <summary>
    /// The condition in words; null where it is none. A choice that does not exist goes nowhere, nor does a day that is
    /// none (IV-09).
    /// </summary>
    public string? InForce => !IsSet || !Narrows || (Type == "date" && DayRange.Day(Value) is null) ? null
        : Choices is null ? Shown ?? Value : Choices.FirstOrDefault(choice => choice.Value == Value)?.Text;
}

/// <summary>Why there is nothing, and one thing to do about it.</summary>
public sealed record ListEmpty(string Title, string Text)
{
    public string? Href { get; init; }

    public string? Action { get; init; }
}

/// <summary>An act on the rows that are chosen, which its own page confirms.</summary>
public sealed record ListAct(string Path, string Label);

/// <summary>The list as a file; the address says with which conditions.</summary>
public sealed record ListExport(string Path, string Csv, string Xlsx)
{
    /// <summary>Null where there is no such file.</summary>
    public string? Pdf { get; init; }

    /// <summary>What is sent along.</summary>
    public IReadOnlyList<ListField> Conditions { get; init; } = [];
}
