using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;

namespace Portal.Web.Domain.Submissions;

/// <summary>
/// Form ids that were used (SAFE-2). The unique row is written before the work and in its transaction, so that of two
/// submissions at once one waits for the other and then learns what it came to.
/// </summary>
public sealed class FormUses(PortalDbContext db, CurrentSession session, TimeProvider clock)
{
    /// <exception cref="DbUpdateException">The form was used before.</exception>
    public async Task BeginAsync(Guid formId)
    {
        db.FormUses.Add(new FormUse { UserId = session.UserId, FormId = formId, UsedAt = clock.GetUtcNow() });
        await db.SaveChangesAsync();
    }

    /// <summary>The form did its work; who sends it again is led to the same place.</summary>
    public Task CompleteAsync(Guid formId, string? location) => location is null
        ? Task.CompletedTask
        : Row(formId).ExecuteUpdateAsync(set => set.SetProperty(row => row.Location, location));

    /// <summary>Nothing came of it; the corrected form may be sent under the same id.</summary>
    public Task ReleaseAsync(Guid formId) => Row(formId).ExecuteDeleteAsync();

    public Task<bool> IsUsedAsync(Guid formId) => Row(formId).AnyAsync();

    public Task<string?> LocationAsync(Guid formId) => Row(formId).Select(row => row.Location).SingleOrDefaultAsync();

    private IQueryable<FormUse> Row(Guid formId) => db.FormUses.Where(row => row.UserId == session.UserId && row.FormId == formId);
}
