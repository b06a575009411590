using Portal.Web.Audit;
using Portal.Web.Audit.Histories;

namespace Portal.Web.Domain.Accounts.Addresses;

/// <summary>What is recorded of e-mail addresses.</summary>
internal sealed class AddressEvents() : EventContribution(typeof(AuditText),
    [
        new(AuditKinds.EmailChanged, "The e-mail address is changed") { Group = HistoryGroups.Account },
        new(AuditKinds.EmailConfirmed,
            "An address that somebody else entered, or that mail came back from, is proven: by its link, by a link that set a "
                + "password or by a mailed code")
        {
            Group = HistoryGroups.Account,
        },
        new(AuditKinds.EmailChangeRequested,
            "A change of address begins, goes on from the old address to the new one, or its link is sent again")
        {
            Group = HistoryGroups.Account,
        },
        new(AuditKinds.EmailChangeCancelled, "A change of address is withdrawn before it counts") { Group = HistoryGroups.Account },
        new(AuditKinds.EmailChangeUndone, "A change of address is undone from the old address") { Group = HistoryGroups.Account },
        new(AuditKinds.EmailBounced, "A mail server says that the address takes no mail, while a mail is handed over or in a report later")
        {
            Group = HistoryGroups.Account,
        },
        new(AuditKinds.EmailCheckRequested, "The owner asks for a link that proves the registered address")
        {
            Group = HistoryGroups.Account,
        },
    ]);
