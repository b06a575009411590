namespace Portal.Web.Lists;

/// <summary>
/// What every list takes from its address; a list adds its conditions. What is not understood is the default (IV-09).
/// </summary>
public abstract class ListInput
{
    /// <summary>Name of an order.</summary>
    public string? Sort { get; set; }

    /// <summary>From 1, where the list is paged by number.</summary>
    public int? Page { get; set; }

    /// <summary>Further than this place, where it is read by place.</summary>
    public string? After { get; set; }

    /// <summary>Back from this place.</summary>
    public string? Before { get; set; }

    /// <summary>What was typed, trimmed; null for nothing.</summary>
    protected static string? Given(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    /// <summary>How many of the conditions are set.</summary>
    protected static int Count(params string?[] conditions) => conditions.Count(condition => Given(condition) is not null);
}
