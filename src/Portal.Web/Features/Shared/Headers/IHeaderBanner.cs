using Portal.Web.Features.Shared.Homes;
using Portal.Web.Http.Frame;

namespace Portal.Web.Features.Shared.Headers;

/// <summary>The feature whose announcement stands above every page (HOME-1).</summary>
public interface IHeaderBanner
{
    /// <summary>What is to be asked together with the numbers of the header; null for nothing.</summary>
    ValueTask<HomeAsk?> AskAsync();

    /// <returns>Null for none.</returns>
    ValueTask<BannerNotice?> FindAsync(HomeCounts counts);
}
