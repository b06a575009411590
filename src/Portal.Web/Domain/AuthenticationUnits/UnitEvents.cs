using Portal.Web.Audit;
using Portal.Web.Audit.Histories;

namespace Portal.Web.Domain.AuthenticationUnits;

/// <summary>What is recorded of changes of the authentication unit.</summary>
internal sealed class UnitEvents() : EventContribution(typeof(UnitEventText),
    [
        new(Changed,
            "A contract signs in by another authentication unit; one event for each account, also of a number that signs in no more")
        {
            Group = HistoryGroups.Account,
        },
        new(Failed, "A change of the unit is refused because a number's password is wrong or its account is locked")
        {
            Group = HistoryGroups.Failure,
        },
    ])
{
    public const string Changed = "authentication-unit-changed";
    public const string Failed = "authentication-unit-change-failed";
}

/// <summary>Names the texts beside it.</summary>
internal sealed class UnitEventText;
