using Microsoft.EntityFrameworkCore;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;
using Portal.Web.Data.Seed.Orders;
using Portal.Web.Data.Seed.Sites;
using Portal.Web.Data.Starting;
using Portal.Web.Domain.Accounts.Factors;
using Portal.Web.Domain.Accounts.Hashing;
using Portal.Web.Domain.Accounts.Registration;
using Portal.Web.Domain.OptionServices;
using Portal.Web.Domain.Orders.Documents;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Data.Seed;

/// <summary>A tenant's part of the demonstration.</summary>
internal interface IDemoSite
{
    string Slug { get; }

    Task FillAsync(DemoSite site);
}

/// <summary>
/// Fills the reference tenants with data that makes every screen worth looking at; a tenant that has accounts is left
/// alone, so that seeding twice changes nothing (SITE-3). For demonstration mode only.
/// </summary>
public sealed class DemoData(TenantWork work, TenantCatalog tenants, PasswordHashing hashing, TimeProvider clock)
{
    /// <summary>The same data at each first start.</summary>
    private const int Seed = 20240401;

    private static readonly IDemoSite[] Sites =
        [new StaffDemo(), new ControlDemo(), new OfficePhoneDemo(), new HomePhoneDemo(), new RentalDemo(), new SecurityDemo()];

    /// <returns>Slugs of the tenants that were filled.</returns>
    public async Task<IReadOnlyList<string>> SeedAsync(CancellationToken cancellationToken = default)
    {
        var hashes = new DemoHashes(hashing);
        var filled = new List<string>();
        var ids = (await tenants.ListAsync(cancellationToken)).ToDictionary(tenant => tenant.Slug, tenant => tenant.Id);
        foreach (var demo in Sites)
        {
            if (await tenants.FindBySlugAsync(demo.Slug, cancellationToken) is { } tenant
                && await FillAsync(demo, tenant, ids, hashes, await DeskAsync(tenant, cancellationToken), cancellationToken))
            {
                filled.Add(demo.Slug);
            }
        }

        return filled;
    }

    internal static string PasswordOf(string slug) =>
        DemoAccounts.Of(slug).Select(account => account.Password).First(password => password is not null)!;

    /// <summary>The staff were filled in first.</summary>
    private async Task<IReadOnlyList<(Guid Id, string Name)>> DeskAsync(PortalTenant tenant, CancellationToken cancellationToken) =>
        await work.RunAsync(await tenants.StaffRealmAsync(cancellationToken), WorkActor.System("start"), async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            var staff = await db.Users.AsNoTracking().Where(user => db.StaffAssignments
                    .Any(row => row.UserId == user.Id && row.TenantId == tenant.Id)).OrderBy(user => user.UserName)
                .ToListAsync(cancellationToken);
            return (IReadOnlyList<(Guid, string)>)[.. staff.Select(user => (user.Id, user.DisplayName))];
        }, cancellationToken);

    private Task<bool> FillAsync(IDemoSite demo, PortalTenant tenant, Dictionary<string, Guid> ids, DemoHashes hashes,
        IReadOnlyList<(Guid Id, string Name)> desk, CancellationToken cancellationToken) =>
        work.RunAsync(
            tenant,
            WorkActor.System("start"),
            async services =>
            {
                var db = services.GetRequiredService<PortalDbContext>();
                await services.GetRequiredService<StartLock>().AcquireAsync(cancellationToken);
                if (await db.Users.AnyAsync(cancellationToken))
                {
                    return false;
                }

                var random = new Random(Seed + Array.IndexOf(Sites, demo));
                var site = new DemoSite(db, services.GetRequiredService<AccountFactory>(), hashes,
                    services.GetRequiredService<AppSecrets>(), tenant, new DemoClock(clock.GetUtcNow(), tenant.Zone),
                    random)
                {
                    TenantIds = ids,
                    Desk = desk,
                    DeskTime = services.GetRequiredService<HolidayCalendar>().Of(tenant.Profile.Cases.Desk, tenant.Zone),
                };
                await demo.FillAsync(site);
                var actor = services.GetRequiredService<AuditActor>();
                Record(site, services.GetRequiredService<AuditLog>(), actor);
                await db.SaveChangesAsync(cancellationToken);
                actor.ActAs(ActorKind.System, "start");
                (actor.Address, actor.Browser, actor.SessionHash) = (null, null, null);
                actor.CorrelationId = Guid.CreateVersion7(clock.GetUtcNow()).ToString("N");
                await new DemoOptions(db, services.GetRequiredService<OptionActs>(), site.Clock).FillAsync(site);
                await new DemoOrders(site, services.GetRequiredService<OrderDocuments>()).FillAsync();
                await db.Users.ExecuteUpdateAsync(set => set.SetProperty(user => user.ChangedAt, user => user.CreatedAt),
                    cancellationToken);

                // What happened before today is told to nobody any more: without recorded events no notice is mailed.
                db.ForgetRecorded();
                return true;
            },
            cancellationToken);

    private static void Record(DemoSite site, AuditLog audit, AuditActor actor)
    {
        var history = new DemoHistory(site);
        for (var i = 0; i < site.Members.Count; i++)
        {
            history.Add(i, site.Members[i].User, site.Members[i].Demo);
        }

        foreach (var happened in history.InOrder)
        {
            if (happened.Actor is { } person)
            {
                actor.ActAs(happened.ActorKind, person);
            }
            else
            {
                actor.ActAs(happened.ActorKind, happened.ActorName!);
            }

            (actor.Address, actor.Browser, actor.SessionHash) = (happened.Place?.Address, happened.Place?.Browser, happened.SessionHash);
            actor.CorrelationId = Guid.CreateVersion7(happened.At).ToString("N");
            audit.Record(happened.Kind, AuditSubject.Of(happened.Subject), happened.Reason, happened.Details, happened.At);
        }
    }
}
