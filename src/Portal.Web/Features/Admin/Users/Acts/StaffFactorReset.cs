using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Factors;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Mail;
using Portal.Web.Mail.Notices;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Users.Acts;

/// <summary>
/// Takes a lost second factor away (MFA-7): the owner is told, and so is the one who did it (MF-14). Runs inside the
/// account's tenant, at once or after a second person's word.
/// </summary>
public sealed class StaffFactorReset(PortalDbContext db, FactorReset factors, MailQueue mails, CurrentSession session,
    CurrentTenant tenant)
{
    /// <returns>False where there is nothing to remove, or nobody to remove it from.</returns>
    public async Task<bool> RunAsync(Guid userId, string reason)
    {
        if (!await db.Users.AnyAsync(row => row.Id == userId)
            || await factors.RemoveAllAsync(userId, reason, SessionEnds.EndedByStaff) is not { } done)
        {
            return false;
        }

        await mails.EnqueueAsync(Receipt(done, reason), session.User, $"factor-reset/{done.Id:N}");
        return true;
    }

    private FactorResetReceipt Receipt(AuditEvent done, string reason) =>
        new(done.SubjectName!, tenant.Value.Profile.Name, done.OccurredAt, reason);
}
