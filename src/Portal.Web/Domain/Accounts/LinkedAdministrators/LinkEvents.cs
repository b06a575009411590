using Portal.Web.Audit;
using Portal.Web.Audit.Histories;

namespace Portal.Web.Domain.Accounts.LinkedAdministrators;

/// <summary>What is recorded of links between managers and administrator IDs.</summary>
internal sealed class LinkEvents() : EventContribution(typeof(LinkEventText),
    [
        new(Linked, "A linked manager links an administrator ID with its password, and with its second factor where it has one")
        {
            Group = HistoryGroups.Account,
        },
        new(Confirmed, "A link is confirmed with the administrator ID's new password") { Group = HistoryGroups.Account },
        new(Unlinked, "A link is taken off, by the linked manager or by the owner of the administrator ID")
        {
            Group = HistoryGroups.Account,
        },
        new(Refused, "A linked manager enters an administrator ID and a password that do not match; the ID counts it as a failed sign-in")
        {
            Group = HistoryGroups.Failure,
        },
        new(Consented, "A linked manager agrees to the mail-migration terms") { Group = HistoryGroups.Account },
        new(ConsentRefused, "A linked manager does not agree to the mail-migration terms and is signed out")
        {
            Group = HistoryGroups.Account,
        },
    ])
{
    public const string Linked = "administrator-linked";
    public const string Confirmed = "administrator-link-confirmed";
    public const string Unlinked = "administrator-unlinked";
    public const string Refused = "administrator-link-refused";
    public const string Consented = "terms-accepted";
    public const string ConsentRefused = "terms-refused";
}

/// <summary>Names the texts beside it.</summary>
internal sealed class LinkEventText;
