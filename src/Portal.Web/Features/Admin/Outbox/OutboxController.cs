using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Outbox;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Outbox;

public sealed record OutboxPage(OutboxQuery Query, IReadOnlyList<PortalTenant> Tenants, LogPart<OutboxMessage> Part, int SetAside,
    int Withheld)
{
    public PortalTenant TenantOf(OutboxMessage row) => Tenants.First(tenant => tenant.Id == row.TenantId);
}

/// <param name="Text">What the mail says, with the secrets of its links masked; null where it carries a secret, or
/// where its text is gone.</param>
public sealed record MailPage(PortalTenant Tenant, OutboxMessage Message, string? Text)
{
    public string Path => $"~/outbox/{Tenant.Slug}/{Message.Id}";
}

/// <summary>
/// Mails that wait, went out or failed (ADMIN-8). Reading one is recorded; one with a secret cannot be read.
/// </summary>
[Authorize(Policy = Policies.TenantAdministrator)]
public sealed class OutboxController(StaffReach reach, OutboxList list, SetAsideList setAside, OutboxBodies bodies, Audit.AuditLog audit)
    : Controller
{
    [HttpGet("outbox")]
    public async Task<IActionResult> Index([FromQuery] OutboxQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        ModelState.Clear();
        return await reach.ChooseAsync(query.Tenant) is { } chosen
            ? View("Outbox",
                new OutboxPage(query, await reach.TenantsAsync(), await list.ReadAsync(chosen, query), await setAside.CountAsync(chosen),
                    await list.WithheldAsync(chosen)))
            : NotFound();
    }

    [HttpGet("outbox/{site}/{id:guid}")]
    [MailGuard]
    public ViewResult Show([Guarded] MailTarget target)
    {
        var (tenant, message) = target;
        audit.Record(AuditKinds.OutboxViewed, OutboxActs.Subject(message), details: OutboxActs.Facts(message)).In([tenant]);
        return View("Mail", new MailPage(tenant, message, Text(message)));
    }

    /// <summary>
    /// What loses its use with time carries a code, a password or the like: nobody reads it here, not even while it
    /// waits.
    /// </summary>
    private string? Text(OutboxMessage message) =>
        message is { ValidUntil: null, ProtectedBody: { } body } && bodies.TryUnprotect(message.TenantId, body) is { } said
            ? MailSecrets.Mask(said.Text)
            : null;
}
