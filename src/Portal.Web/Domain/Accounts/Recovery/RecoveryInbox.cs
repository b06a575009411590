using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Accounts.Recovery;

/// <summary>What was typed on a way back in (TEMP-1, RESET-1).</summary>
/// <param name="Keyword">Empty where a link is asked for.</param>
/// <param name="Email">Empty where the ID is the address itself.</param>
/// <param name="Door">The key of the door; null is the tenant's first.</param>
public sealed record RecoveryForm(string LoginId, string Keyword, string Email, string? Door = null)
{
    /// <summary>
    /// Somebody registers with its address instead (LINK-3): the same row, so that the answer and its time are the same
    /// for addresses that are registered and for those that are not (EN-06).
    /// </summary>
    public bool Registers { get; init; }
}

/// <summary>
/// Keeps what was typed until the worker looks at it. Every request leaves the same kind of row, whoever asks and for
/// whom, so that neither the answer nor its time tells anything (EN-03, EN-04).
/// </summary>
public sealed class RecoveryInbox(PortalDbContext db, UnitOfWork work, AuditActor actor, CurrentTenant tenant, TimeProvider clock,
    IDataProtectionProvider protection)
{
    private IDataProtector Protector => protection.CreateProtector("Portal.Recovery", tenant.Value.Id.ToString());

    public Task SubmitAsync(RecoveryForm form) => work.RunAsync(() =>
    {
        db.RecoveryRequests.Add(new RecoveryRequest
        {
            Id = Guid.CreateVersion7(),
            ProtectedForm = Protector.Protect(JsonSerializer.SerializeToUtf8Bytes(form)),
            CreatedAt = clock.GetUtcNow(),
            Address = actor.Address,
            Browser = actor.Browser,
            CorrelationId = actor.CorrelationId,
        });
        return Task.CompletedTask;
    });

    /// <summary>Reads what was typed and erases it.</summary>
    public RecoveryForm Open(RecoveryRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var form = Read(request.ProtectedForm!);
        (request.ProtectedForm, request.HandledAt) = (null, clock.GetUtcNow());
        return form;
    }

    /// <summary>
    /// What was typed in a request that nobody has decided yet; null where somebody has. Nothing is erased.
    /// </summary>
    public Task<RecoveryForm?> PeekAsync(Guid id) => work.RunAsync(async () =>
        await db.RecoveryRequests.AsNoTracking().Where(row => row.Id == id && row.HandledAt == null).Select(row => row.ProtectedForm)
            .SingleOrDefaultAsync() is { } form ? Read(form) : null);

    private RecoveryForm Read(byte[] form) => JsonSerializer.Deserialize<RecoveryForm>(Protector.Unprotect(form))!;
}
