using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Accounts;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Tests.Features.Operators;

namespace Portal.Web.Tests.Features.OwnAccount.History;

/// <summary>Events of the two contracts of <see cref="OperatorsTest"/>.</summary>
public abstract class HistoryTest : OperatorsTest
{
    protected const string Own = "/t/control/account/login-history";
    protected const string Everybody = "/t/control/operators/login-history";

    protected static string OneOf(Guid id) => $"/t/control/operators/{id}/login-history";

    protected Task RecordAsync(string kind, Guid subject, DateTimeOffset? at = null, Action<AuditActor>? actor = null, int times = 1,
        object? details = null) =>
        App.InTenantAsync(Tenant, async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var user = await db.Users.FindAsync(Scope(services), subject);
        actor?.Invoke(services.GetRequiredService<AuditActor>());
        for (var i = 0; i < times; i++)
        {
            services.GetRequiredService<AuditLog>()
                .Record(kind, AuditSubject.Of(user!), details: details, occurredAt: (at ?? App.Time.GetUtcNow()).AddSeconds(i));
        }
    });

    /// <summary>More rows than an export makes while one waits.</summary>
    protected Task RecordManyAsync(Guid subject, int count) =>
        App.World.Audit.AddPastAsync(subject, count, App.Time.GetUtcNow().AddHours(-4), TimeSpan.FromSeconds(1));

    protected static Action<AuditActor> From(string address, ActorKind kind = ActorKind.Anonymous, string? name = null, Guid? id = null) =>
        actor =>
    {
        (actor.Kind, actor.Name, actor.Id) = (kind, name, id);
        actor.Address = address;
    };

    private static Guid Scope(IServiceProvider services) => services.GetRequiredService<TenantScope>().Current;
}
