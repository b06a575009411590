using Portal.Rules.Provisioning;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.OptionServices;
using Portal.Web.Domain.Telephony;

namespace Portal.Web.Data.Seed;

/// <summary>Option services of the demonstration, set as people set them, and then moved on to their states.</summary>
internal sealed class DemoOptions(PortalDbContext db, OptionActs acts, DemoClock clock)
{
    // Tries of a message that has failed for hours, and for good.
    private const int Several = 6;
    private const int All = 8;

    public async Task FillAsync(DemoSite site)
    {
        foreach (var option in DemoOption.Of(site.Tenant.Slug))
        {
            var user = site.Members.First(member => member.Demo.LoginId == option.By).User;
            var outcome = await acts.SaveAsync(user, option.Number, 0, option.Settings);
            if (outcome is not OptionOutcome.Saved)
            {
                throw new InvalidOperationException($"{option.Number} was not set: {outcome}.");
            }

            Move(option);
            await db.SaveChangesAsync();
        }
    }

    private void Move(DemoOption option)
    {
        var number = E164.Read(option.Number);
        var setting = db.OptionSettings.Local.Last(row => db.LineNumbers.Local.First(line => line.Id == row.NumberId).Number == number
            && row.Service == option.Settings.Service());
        setting.State = option.State;
        if (option.State == ProvisioningState.Applied)
        {
            (setting.AppliedVersion, setting.AppliedAt) = (1, clock.Now);
        }
        else
        {
            setting.FailedAt = clock.Now;
            setting.NextTryAt = option.State == ProvisioningState.Retrying ? clock.Now.AddHours(Several) : null;
        }

        var message = db.Outbox.Local.LastOrDefault(row =>
            row.Recipient == number && row.State == OutboxState.Waiting && row.Tries == 0);
        if (message is not null)
        {
            Move(message, setting);
        }
    }

    private void Move(OutboxMessage message, OptionSetting setting)
    {
        switch (setting.State)
        {
            case ProvisioningState.Applied:
                (message.State, message.SentAt, message.Tries, message.ProtectedBody) = (OutboxState.Sent, clock.Now, 1, null);
                break;
            case ProvisioningState.Retrying:
                (message.Tries, message.NextTryAt, message.LastError) = (Several, setting.NextTryAt!.Value, "HTTP 503");
                break;
            default:
                (message.State, message.Tries, message.LastError) = (OutboxState.Failed, All, "HTTP 503");
                break;
        }
    }
}
