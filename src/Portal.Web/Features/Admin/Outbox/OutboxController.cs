using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Lists;
using Portal.Web.Outbox;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Outbox;

public sealed record OutboxPage(ListFrame List, ListCount SetAside, int Withheld);

/// <param name="Text">What the mail says, with the secrets of its links masked; null where it carries a secret, or
/// where its text is gone.</param>
public sealed record MailPage(PortalTenant Tenant, OutboxMessage Message, string? Text)
{
    public string Path => StaffPaths.Mail(Tenant.Slug, Message.Id);
}

/// <summary>
/// Mails and webhooks that wait, went out or failed (ADMIN-8). Reading one is recorded; one with a secret cannot be
/// read by anybody.
/// </summary>
[Authorize(Policy = Policies.TenantAdministrator)]
public sealed class OutboxController(StaffReach reach, OutboxList list, OutboxColumns columns, SetAsideList setAside, OutboxBodies bodies,
    Audit.AuditLog audit) : Controller
{
    [HttpGet("outbox")]
    public async Task<IActionResult> Index([FromQuery] OutboxQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        ModelState.Clear();
        return await reach.ChooseAsync(query.Tenant) is { } chosen
            ? View("Outbox", new OutboxPage(
                columns.Frame(query, await reach.TenantsAsync(), await list.ReadAsync(chosen, query)), await setAside.CountAsync(chosen),
                await list.WithheldAsync(chosen)))
            : NotFound();
    }

    [HttpGet("outbox/{site}/{id:guid}")]
    [MailGuard]
    public ViewResult Show([Guarded] MailTarget target)
    {
        var (tenant, message) = target;
        audit.Record(OutboxLookEvents.OutboxViewed, OutboxActs.Subject(message), details: OutboxActs.Facts(message)).In([tenant]);
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
