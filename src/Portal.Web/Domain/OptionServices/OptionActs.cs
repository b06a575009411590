using Microsoft.EntityFrameworkCore;
using Portal.Rules.OptionServices;
using Portal.Rules.Provisioning;
using Portal.Rules.Text;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Domain.Telephony;
using Portal.Web.Outbox.Webhooks;

namespace Portal.Web.Domain.OptionServices;

/// <summary>
/// Sets an option service (OPT-1, OPT-3, OPT-4): under the contract's lock, by version; row, event and the message to
/// the network are one transaction. The lock also gives the messages of a number their order.
/// </summary>
public sealed class OptionActs(PortalDbContext db, OptionNumbers numbers, AccountLocks locks, WebhookQueue webhooks,
    ProvisioningQueue queue, AuditLog audit, AuditActor actor)
{
    /// <param name="digits">The number, national.</param>
    /// <param name="version">The version the form was opened with; 0 for what was never saved.</param>
    public async Task<OptionOutcome> SaveAsync(PortalUser user, string digits, int version, OptionSettings settings)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (await LockAsync(user, digits) is not { } number)
        {
            return new OptionOutcome.NotFound();
        }

        var service = settings.Service();
        var rows = await db.OptionSettings.Where(row => row.NumberId == number.Id).ToListAsync();
        var known = rows.Find(row => row.Service == service);
        if (known is not null && known.Version != version)
        {
            return new OptionOutcome.Elsewhere(known);
        }

        if (Conflict(settings, rows) is { } conflict && OptionConflicts.IsRefused(conflict))
        {
            return new OptionOutcome.Conflicts(conflict);
        }

        var text = OptionJson.Write(settings);
        var isSame = text == (known?.Settings ?? OptionJson.Write(OptionSettings.Untouched(service)));
        if (isSame && !IsOwed(known))
        {
            return new OptionOutcome.Unchanged();
        }

        await WriteAsync(known ?? Add(number, service), number, user, settings, text);
        return new OptionOutcome.Saved();
    }

    /// <summary>What of these settings and of the others of the number wants the same calls.</summary>
    /// <param name="rows">All settings of the number.</param>
    public static OptionConflict? Conflict(OptionSettings settings, IReadOnlyList<OptionSetting> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        OptionSettings Other(OptionService service) => OptionJson.Read(service, rows.FirstOrDefault(row => row.Service == service));
        return settings switch
        {
            ForwardingSettings forwarding => OptionConflicts.Between(forwarding, (VoicemailSettings)Other(OptionService.Voicemail)),
            VoicemailSettings voicemail => OptionConflicts.Between((ForwardingSettings)Other(OptionService.Forwarding), voicemail),
            _ => null,
        };
    }

    /// <summary>The number under its contract's lock: whose it is may have changed until then.</summary>
    private async Task<LineNumber?> LockAsync(PortalUser user, string digits)
    {
        if (await numbers.FindAsync(user, digits) is not { } number)
        {
            return null;
        }

        await locks.ContractAsync(number.ContractId);
        return await numbers.FindAsync(user, digits);
    }

    private OptionSetting Add(LineNumber number, OptionService service)
    {
        var row = new OptionSetting { NumberId = number.Id, Service = service, Settings = "" };
        db.OptionSettings.Add(row);
        return row;
    }

    // What the network has not taken is sent again by saving it again.
    private bool IsOwed(OptionSetting? row) => row is { State: ProvisioningState.Failed or ProvisioningState.Retrying }
        || (row is { State: ProvisioningState.Kept } && webhooks.Reaches(ProvisioningKinds.SettingSaved));

    /// <summary>
    /// Also where it seems unchanged: a message of the version before may have been settled since the row was read.
    /// </summary>
    private void WriteStanding(OptionSetting row)
    {
        var entry = db.Entry(row);
        entry.Property(each => each.State).IsModified = true;
        entry.Property(each => each.FailedAt).IsModified = true;
        entry.Property(each => each.NextTryAt).IsModified = true;
    }

    private async Task WriteAsync(OptionSetting row, LineNumber number, PortalUser by, OptionSettings settings, string text)
    {
        var key = new ProvisioningKey(number.Id, row.Service, row.Version + 1);
        (row.Settings, row.IsInUse, row.ChangedBy) = (text, settings.IsInUse, actor.Name);
        await queue.HurryAsync(key, number.Number);
        var told = await webhooks.EnqueueAsync(
            new SettingSaved(number.Number, OptionJson.Word(row.Service), key.Version, OptionJson.Element(settings)), number.Number,
            key.ToString());
        (row.State, row.FailedAt, row.NextTryAt) = (told ? ProvisioningState.Applying : ProvisioningState.Kept, null, null);
        if (key.Version > 1)
        {
            WriteStanding(row);
        }

        audit.Record(OptionEvents.Saved, OptionSubject.Of(number, by), details: new
        {
            service = OptionJson.Word(row.Service),
            version = key.Version,
            inUse = settings.IsInUse,
            target = settings is ForwardingSettings { IsInUse: true } forwarding ? E164.Shown(forwarding.Target) : null,
            notifyAddress = settings is VoicemailSettings { IsInUse: true } voicemail
                ? EmailAddress.Readable(voicemail.NotifyAddress)
                : null,
        });
    }
}
