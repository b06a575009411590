using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Outbox;

namespace Portal.TestKit.Mail;

/// <summary>What the application has mailed, read as its recipients would.</summary>
public static class PortalMails
{
    /// <summary>Sends what is due now.</summary>
    /// <returns>How many tries that took.</returns>
    public static async Task<int> SendMailAsync(this PortalApp app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var dispatcher = app.Services.GetRequiredService<OutboxDispatcher>();
        var tries = 0;
        while (await dispatcher.RunOnceAsync(CancellationToken.None) is > 0 and var handled)
        {
            tries += handled;
        }

        return tries;
    }

    /// <summary>Sends what is due now and reads the mailbox of one person, or of all: oldest first.</summary>
    public static async Task<IReadOnlyList<CaughtMail>> MailsAsync(this PortalApp app, string? to = null)
    {
        await app.SendMailAsync();
        return await app.WithServicesAsync(services => services.GetRequiredService<PortalDbContext>().CaughtMails.AsNoTracking()
            .Where(mail => to == null || mail.To == to).OrderBy(mail => mail.SentAt).ThenBy(mail => mail.Id).ToListAsync());
    }
}
