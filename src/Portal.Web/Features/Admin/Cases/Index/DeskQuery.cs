using Microsoft.AspNetCore.Http.Extensions;
using Portal.Rules.Cases;
using Portal.Web.Data;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Lists;

namespace Portal.Web.Features.Admin.Cases.Index;

/// <summary>The lists that the desk works in.</summary>
public enum DeskView
{
    /// <summary>The customer waits for an answer.</summary>
    Waiting,

    /// <summary>An answer or a solution is overdue, or a quarter of its time is left (CASE-9).</summary>
    Due,

    /// <summary>Open, and nobody's, or of somebody who cannot work on it any more.</summary>
    Unassigned,

    /// <summary>Open, and one's own.</summary>
    Mine,

    All,
}

/// <summary>What narrows the desk's lists, as conditions read it.</summary>
public sealed record DeskConditions(Guid? Author, DateTimeOffset? Since, DateTimeOffset? Until) : StaffConditions(Author, Since, Until)
{
    public CaseStatus? Status { get; init; }

    public CaseKind? Kind { get; init; }

    public CasePriority? Priority { get; init; }

    public Guid? Assignee { get; init; }

    public override object Given =>
        (base.Given, Status is not null, Kind is not null, Priority is not null, Assignee is not null);
}

/// <summary>Which cases are looked at, as it stands in the address.</summary>
public sealed class DeskQuery : StaffListInput
{
    public string? View { get; set; }

    /// <summary>Words that must all be there, or a number.</summary>
    public string? Q { get; set; }

    public string? Status { get; set; }

    public string? Kind { get; set; }

    public string? Priority { get; set; }

    /// <summary>Who works on them; of those that are open. Pages of the staff lead here with it.</summary>
    public Guid? Assignee { get; set; }

    /// <summary>What is not understood is the queue (IV-09).</summary>
    public DeskView Preset => Enum.GetValues<DeskView>().FirstOrDefault(view => Key(view) == View);

    public CaseStatus? AskedStatus => Named<CaseStatus>(Status);

    public CaseKind? AskedKind => Named<CaseKind>(Kind);

    public CasePriority? AskedPriority => Named<CasePriority>(Priority);

    /// <summary>Who waits longest comes first; elsewhere what changed last.</summary>
    public string Order => OrderOf(Preset);

    /// <summary>One of the lists as it opens: its first page, in its own order, under no condition.</summary>
    public bool IsOpening => SearchText.Words(Given(Q)).Count == 0 && AskedStatus is null && AskedKind is null && AskedPriority is null
        && Assignee is null && !IsLed && Order == UsualOrder(Preset) && ListPages.Within(Page) == 1;

    /// <summary>
    /// What a case carries along to lead back to this list and to the next one in it; empty or with its question mark.
    /// </summary>
    public string Address => AddressOf(Preset);

    public static DeskQuery Of(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        string? Value(string name) => Given(query[name].FirstOrDefault());
        return new DeskQuery
        {
            Tenant = Value("tenant"),
            View = Value("view"),
            Q = Value("q"),
            Status = Value("status"),
            Kind = Value("kind"),
            Priority = Value("priority"),
            Assignee = Guid.TryParse(Value("assignee"), out var assignee) ? assignee : null,
            Author = Guid.TryParse(Value("author"), out var author) ? author : null,
            From = Value("from"),
            To = Value("to"),
            Sort = Value("sort"),
        };
    }

    /// <param name="startOfDay">When a day begins where the reader is.</param>
    public DeskConditions Conditions(Func<DateOnly, DateTimeOffset> startOfDay)
    {
        var days = Days(startOfDay);
        return new DeskConditions(Author, days.Since, days.Until)
        {
            Status = AskedStatus,
            Kind = AskedKind,
            Priority = AskedPriority,
            Assignee = Assignee,
        };
    }

    /// <summary>The order in which another of the lists opens.</summary>
    public string OrderOf(DeskView view) => DeskQueue.Orders.Of((view == Preset ? Given(Sort) : null) ?? UsualOrder(view));

    /// <summary>The same conditions in another of the lists.</summary>
    public string AddressOf(DeskView view)
    {
        var builder = new QueryBuilder();
        (string Name, string? Value)[] all =
        [
            ("view", view == default ? null : Key(view)), ("tenant", Given(Tenant)), ("q", Given(Q)), ("status", AskedStatus?.ToString()),
            ("kind", AskedKind?.ToString()), ("priority", AskedPriority?.ToString()), ("assignee", Assignee?.ToString()), .. Led,
            ("sort", view == Preset ? Given(Sort) : null),
        ];
        foreach (var (name, value) in all)
        {
            if (value is not null)
            {
                builder.Add(name, value);
            }
        }

        return builder.ToString();
    }

    /// <summary>Who waits longest comes first, then what is due next; elsewhere what changed last.</summary>
    public static string UsualOrder(DeskView view) => view switch
    {
        DeskView.Waiting => "waiting",
        DeskView.Due => "due",
        _ => "-updated",
    };

    public static string Key(DeskView view) => view switch
    {
        DeskView.Due => "due",
        DeskView.Unassigned => "unassigned",
        DeskView.Mine => "mine",
        DeskView.All => "all",
        _ => "waiting",
    };

    private static T? Named<T>(string? name)
        where T : struct, Enum => Enum.GetNames<T>().Contains(name) ? Enum.Parse<T>(name!) : null;
}
