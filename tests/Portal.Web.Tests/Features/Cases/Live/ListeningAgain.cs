using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Portal.Web.Data;
using Portal.Web.Domain.Cases.Live;

namespace Portal.Web.Tests.Features.Cases.Live;

/// <summary>A feed that ends though pages are open (FD-01).</summary>
public sealed class ListeningAgain : LiveTest
{
    protected override Action<IServiceCollection> Services => services => services.Replace(ServiceDescriptor.Singleton<ICaseFeed>(
        provider => new EndingFeed(ActivatorUtilities.CreateInstance<NotifiedCaseFeed>(provider))));

    [Fact]
    public async Task FD_01_CASE_8_WhereTheFeedBroke_ItBeginsAgain_AndNothingIsMissed()
    {
        var row = await OpenAsync();
        await using var open = await ListenAsync(await SignedInAsync(AuthorId), row);

        foreach (var entries in new[] { 2, 3 })
        {
            await CommentAsync(row);
            (await open.NextAsync()).ShouldBe(Entries(entries));
        }
    }

    /// <summary>The feed as it is, which breaks at first and then ends by itself.</summary>
    private sealed class EndingFeed(ICaseFeed feed) : ICaseFeed
    {
        private int begun;

        public Task TellAsync(PortalDbContext db, CaseNews news, CancellationToken cancellationToken = default) =>
            feed.TellAsync(db, news, cancellationToken);

        public Task RunAsync(CaseWatches watches, CancellationToken cancellationToken) => Interlocked.Increment(ref begun) switch
        {
            1 => Task.FromException(new InvalidOperationException("It broke.")),
            2 => Task.CompletedTask,
            _ => feed.RunAsync(watches, cancellationToken),
        };
    }
}
