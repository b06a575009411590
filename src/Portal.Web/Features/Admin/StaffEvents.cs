using Portal.Web.Audit;

namespace Portal.Web.Features.Admin;

/// <summary>What is recorded of staff that looks at users.</summary>
internal sealed class StaffEvents() : EventContribution(typeof(AuditText),
    [
        new(UsersSearched, "Users are searched for over tenants; lists show personal data"),
        new(UserViewed, "A user's record is opened"),
        new(ContractViewed, "A contract's record is opened"),
        new(ContractsListed, "Contracts are listed; the list shows the names of their holders"),
        new(LockoutsViewed, "Locked users are shown with name and telephone number"),
    ])
{
    public const string UsersSearched = "users-searched";
    public const string UserViewed = "user-viewed";
    public const string ContractViewed = "contract-viewed";
    public const string ContractsListed = "contracts-listed";
    public const string LockoutsViewed = "lockouts-viewed";
}
