using Portal.Web.Audit;
using Portal.Web.Audit.Histories;

namespace Portal.Web.Domain.Accounts.Details;

/// <summary>What is recorded of the details of accounts.</summary>
internal sealed class DetailsEvents() : EventContribution(typeof(AuditText),
    [
        new(AuditKinds.UserChanged, "Name, department, telephone number and the like are changed") { Group = HistoryGroups.Account },
        new(AuditKinds.KeywordChanged, "The keyword is set") { Group = HistoryGroups.Password },
        new(AuditKinds.ProfileChanged, "A user changes its own profile or preferences") { Group = HistoryGroups.Account },
        new(AuditKinds.PictureChanged, "A user sets or removes its picture") { Group = HistoryGroups.Account },
    ]);
