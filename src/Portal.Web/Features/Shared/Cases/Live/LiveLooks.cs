using Portal.Web.Data;
using Portal.Web.Domain.Accounts.Acting;
using Portal.Web.Domain.Accounts.LinkedAdministrators;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Shared.Cases.Live;

/// <summary>What a look at the database found.</summary>
/// <param name="Entries">How many entries the reader sees; null where it sees the case no more.</param>
/// <param name="IsAnswer">False where the database did not answer, so that nothing is known.</param>
internal readonly record struct LiveLook(int? Entries, bool IsAnswer = true);

/// <summary>
/// Asks for an open page what a request for it would be asked: whether the session lasts, for whom it works, whether it
/// sees the case (CASE-6), whether it has agreed to the terms (LINK-3) and the tenant still has cases at all.
/// </summary>
internal sealed class LiveLooks(LiveTurns turns, TenantWork work, TenantCatalog catalog)
{
    private static readonly WorkActor Actor = WorkActor.System("live");

    public async Task<LiveLook> LookAsync(LiveReader reader, LivePage page, CancellationToken cancellationToken)
    {
        using var turn = await turns.EnterAsync(reader.Portal, cancellationToken);
        try
        {
            return new LiveLook(await AskAsync(reader, page));
        }
        catch (Exception e) when (DatabaseFailure.Of(e) == DatabaseFailureKind.Unavailable)
        {
            return new LiveLook(null, IsAnswer: false);
        }
    }

    private async Task<int?> AskAsync(LiveReader reader, LivePage page)
    {
        if (await catalog.FindAsync(reader.Portal) is not { Suspended: false } portal
            || await catalog.FindAsync(page.TenantId) is not { } tenant || !tenant.Has(TenantFeatures.Cases))
        {
            return null;
        }

        await using var scope = work.Enter(portal, Actor);
        var services = scope.ServiceProvider;
        await services.GetRequiredService<SessionReader>().ReadAsync(reader.Sid, touch: false);
        var session = services.GetRequiredService<CurrentSession>();
        if (!session.IsSignedIn || session.IsChangeOnly || session.IsEnrolOnly
            || (reader.Handle is { } handle && !await services.GetRequiredService<ActingReader>().EnterAsync(handle))
            || await services.GetRequiredService<Consents>().IsMissingAsync())
        {
            return null;
        }

        return await services.GetRequiredService<UnitOfWork>().RunAsync(() => page.Entries(services));
    }
}
