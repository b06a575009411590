using Portal.Web.Audit;

namespace Portal.Web.Features.Admin.Users;

/// <summary>What is recorded of staff that looks at users.</summary>
internal sealed class UserLookEvents() : EventContribution(typeof(AuditText),
    [
        new(AuditKinds.UsersSearched, "Users are searched for over tenants; lists show personal data"),
        new(AuditKinds.UserViewed, "A user's record is opened"),
    ]);
