using Portal.Web.Lists;

namespace Portal.Web.Features.OptionServices.Glance;

/// <summary>What of the numbers is shown.</summary>
public sealed class GlanceInput : ListInput
{
    public const string Pending = "pending";

    /// <summary>A number or a name.</summary>
    public string? Q { get; set; }

    /// <summary>"pending" for those with a setting that is not in the network.</summary>
    public string? State { get; set; }

    public string? Word => Given(Q);

    public bool IsPending => State == Pending;

    /// <summary>The same search for all numbers or those that wait; empty or with its question mark.</summary>
    public string QueryOf(bool isPending)
    {
        List<KeyValuePair<string, string?>> parts = [new("q", Word), new("state", isPending ? Pending : null)];
        return QueryString.Create(parts.Where(part => part.Value is not null)).ToString();
    }
}
