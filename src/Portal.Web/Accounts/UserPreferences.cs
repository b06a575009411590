using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Accounts;

/// <summary>Language and theme of the signed-in user, chosen in passing; no edit of the account that would disturb an open form.</summary>
public sealed class UserPreferences(PortalDbContext db, CurrentSession session)
{
    public Task SetLanguageAsync(string language, CancellationToken cancellationToken) =>
        Own.ExecuteUpdateAsync(set => set.SetProperty(user => user.Language, language), cancellationToken);

    public Task SetThemeAsync(string theme, CancellationToken cancellationToken) =>
        Own.ExecuteUpdateAsync(set => set.SetProperty(user => user.Theme, theme), cancellationToken);

    private IQueryable<PortalUser> Own => db.Users.Where(user => user.Id == session.UserId);
}
