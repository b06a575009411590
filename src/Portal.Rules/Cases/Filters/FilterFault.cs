namespace Portal.Rules.Cases.Filters;

/// <summary>What is wrong with a condition, and which it is.</summary>
/// <param name="Group">From 0, as it was given.</param>
/// <param name="Condition">From 0 within the group, as it was given.</param>
/// <param name="Problem">What is wrong.</param>
public sealed record FilterFault(int Group, int Condition, FilterProblem Problem);

/// <summary>What can be wrong with a condition.</summary>
public enum FilterProblem
{
    /// <summary>No such column.</summary>
    UnknownField,

    /// <summary>The column is not compared like that.</summary>
    UnknownOperator,

    /// <summary>Nothing to compare with.</summary>
    NoValue,

    /// <summary>Not the number of a case.</summary>
    NotANumber,

    /// <summary>Not a day.</summary>
    NotADay,

    /// <summary>Not a number of days.</summary>
    NotDays,

    /// <summary>Not among what there is to choose.</summary>
    NotAChoice,

    /// <summary>A text that no case can hold, or one too long.</summary>
    NotAText,

    /// <summary>One condition more than a group may have.</summary>
    TooManyConditions,

    /// <summary>One group more than there may be.</summary>
    TooManyGroups,

    /// <summary>With this one the address gets too long.</summary>
    TooLong,
}

/// <summary>What was understood, and what was not.</summary>
/// <param name="Conditions">What makes sense; to be used where nothing is wrong.</param>
/// <param name="Faults">In order; none where all makes sense.</param>
public sealed record FilterReading(CaseConditions Conditions, IReadOnlyList<FilterFault> Faults);
