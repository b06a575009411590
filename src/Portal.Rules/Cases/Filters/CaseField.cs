namespace Portal.Rules.Cases.Filters;

/// <summary>
/// What conditions can be about (CASE-5): the columns of the customer's list and its days. What the desk keeps to
/// itself, such as the priority, is none of them, because a condition tells as much as a column (AZ-23).
/// </summary>
public enum CaseField
{
    /// <summary>CS and seven digits.</summary>
    Number,

    /// <summary>Where it stands.</summary>
    Status,

    /// <summary>What it is about.</summary>
    Category,

    /// <summary>Its line.</summary>
    Subject,

    /// <summary>The number of the contract.</summary>
    Contract,

    /// <summary>Whose contract it is.</summary>
    Holder,

    /// <summary>What the contract is for.</summary>
    Service,

    /// <summary>The customer's person whose case it is.</summary>
    Contact,

    /// <summary>The day it was asked.</summary>
    Created,

    /// <summary>The last change that the customer sees.</summary>
    Updated,

    /// <summary>The day it was closed; open cases have none.</summary>
    Closed,
}

/// <summary>What stands in a field, which decides how it can be asked for.</summary>
public enum FilterType
{
    /// <summary>A number with an order.</summary>
    Number,

    /// <summary>A text, compared however it is written.</summary>
    Text,

    /// <summary>One of a few.</summary>
    Choice,

    /// <summary>Somebody of the contract, or whoever looks.</summary>
    Person,

    /// <summary>A day where the reader is.</summary>
    Day,
}

/// <summary>How a field is compared.</summary>
public enum FilterOperator
{
    /// <summary>The same; of moments, on that day.</summary>
    Is,

    /// <summary>Anything else, nothing included.</summary>
    IsNot,

    /// <summary>The text stands somewhere in it.</summary>
    Contains,

    /// <summary>The text stands nowhere in it.</summary>
    Lacks,

    /// <summary>Below a number; earlier than a day.</summary>
    Before,

    /// <summary>Above a number; later than a day.</summary>
    After,

    /// <summary>In the last so many days, counted from now.</summary>
    Within,

    /// <summary>There is nothing.</summary>
    Empty,
}
