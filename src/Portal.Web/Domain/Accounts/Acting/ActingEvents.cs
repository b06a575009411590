using Portal.Web.Audit;
using Portal.Web.Audit.Histories;

namespace Portal.Web.Domain.Accounts.Acting;

/// <summary>What is recorded of working in somebody else's place; what is done there names both.</summary>
internal sealed class ActingEvents() : EventContribution(typeof(ActingEventText),
    [
        new(Started, "A linked manager opens an administrator ID, or an administrator opens a user's settings by proxy")
        {
            Group = HistoryGroups.Session,
        },
        new(Ended, "It goes back from there") { Group = HistoryGroups.Session },
    ])
{
    public const string Started = "acting-started";
    public const string Ended = "acting-ended";
}

/// <summary>Names the texts beside it.</summary>
internal sealed class ActingEventText;
