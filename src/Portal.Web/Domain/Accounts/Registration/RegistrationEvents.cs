using Portal.Web.Audit;
using Portal.Web.Audit.Histories;

namespace Portal.Web.Domain.Accounts.Registration;

/// <summary>What is recorded of accounts that come and go.</summary>
internal sealed class RegistrationEvents() : EventContribution(typeof(AuditText),
    [
        new(AuditKinds.UserRegistered, "An ID is registered") { Group = HistoryGroups.Account },
        new(AuditKinds.UsersImported, "IDs are imported from a file"),
        new(AuditKinds.InvitationSent, "A link to set the first password is mailed") { Group = HistoryGroups.Password },
        new(AuditKinds.SelfRegistrationAsked, "Somebody registers with its e-mail address; an account without a password waits for it")
        {
            Group = HistoryGroups.Account,
            Mailed = "the link that sets the password, to that address",
        },
        new(AuditKinds.LoginIdChanged, "A manager or staff changes a login ID") { Group = HistoryGroups.Account },
        new(MasterIdGiven, "A linked manager is given its ID of the former site; its login ID stays as it is")
        {
            Group = HistoryGroups.Account,
        },
        new(AuditKinds.UserRemoved,
            "A user of a login ID is removed by a colleague, a member of the staff by an administrator, "
                + "a registration that nobody finished within a week by the clean-up")
        {
            Group = HistoryGroups.Account,
        },
    ])
{
    public const string MasterIdGiven = "master-id-given";
}
