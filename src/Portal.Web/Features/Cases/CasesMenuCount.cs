using Portal.Web.Data;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Cases;
using Portal.Web.Features.Shared.Headers;
using Portal.Web.Features.Shared.Homes;

namespace Portal.Web.Features.Cases;

/// <summary>How many cases wait for the customer, in the header of every page (HOME-2).</summary>
public sealed class CasesMenuCount(CurrentSession session) : IHeaderCount
{
    public string Path => CasePaths.Index;

    public HomeAsk? Ask() => CaseReader.Of(session.User) is { } reader ? new Waiting(reader) : null;

    private sealed record Waiting(CaseReader Reader) : HomeAsk
    {
        public override object Shape => CaseSights.ShapeOf(Reader);

        public override IEnumerable<HomeCount> Counts(PortalDbContext db) =>
            [new(CasePaths.Index, new CaseSights(db).WaitingFor(Reader).Select(row => row.Id))];
    }
}
