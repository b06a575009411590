using Portal.Rules.Cases;
using Portal.Web.Data;
using Portal.Web.Domain.Accounts.Sessions;

namespace Portal.Web.Domain.Cases.Live;

/// <summary>Tells the others who have a case open that the signed-in person is writing to it (CASE-8).</summary>
public sealed class CaseTyping(ICaseFeed feed, TypingTurns turns, PortalDbContext db, CurrentSession session)
{
    /// <param name="side">On whose side that person writes.</param>
    /// <param name="kind">What is written.</param>
    public async Task TellAsync(Guid tenantId, Guid caseId, CaseSide side, CaseNewsKind kind)
    {
        if (turns.Claim(session.Reader.Id, caseId))
        {
            var by = new CaseTypist(session.UserId, side, session.DisplayName);
            await feed.TellAsync(db, new CaseNews(tenantId, caseId, kind, by));
        }
    }
}
