using Portal.Web.Data;

namespace Portal.Web.Domain.Cases.Live;

/// <summary>How the nodes hear of each other's news: by the database, which all of them share (CASE-8).</summary>
public interface ICaseFeed
{
    /// <summary>Told once the running unit of work is committed, and not where it is not.</summary>
    Task TellAsync(PortalDbContext db, CaseNews news, CancellationToken cancellationToken = default);

    /// <summary>Hands over what is told on any node, until cancelled; whatever fails is tried again.</summary>
    Task RunAsync(CaseWatches watches, CancellationToken cancellationToken);
}
