using Portal.Web.Data.Entities;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Domain.Accounts.Access;

/// <summary>IDs that nobody has signed in with for long (OPER-7), as queries ask for them.</summary>
internal static class DormantAccounts
{
    /// <summary>Those whose owners have not been told yet.</summary>
    /// <param name="days">For how many days nobody has signed in, at least.</param>
    public static IQueryable<PortalUser> Untold(IQueryable<PortalUser> users, DateTimeOffset now, int days)
    {
        var since = now.AddDays(-days);
        return users.Where(user => user.DisabledAt == null && user.DormantNoticeAt == null
            && (user.SignIn!.LastSignInAt ?? user.CreatedAt) < since);
    }

    /// <summary>Those whose owners were told long enough ago that a site which disables such IDs does so.</summary>
    public static IQueryable<PortalUser> ForGood(IQueryable<PortalUser> users, DateTimeOffset now)
    {
        var told = now.AddDays(-OperatorsProfile.DaysAfterDormantNotice);
        return users.Where(user => user.DisabledAt == null && user.DormantNoticeAt <= told);
    }
}
