using Portal.Web.Domain.Accounts.Details;
using Portal.Web.Domain.Accounts.Sessions;

namespace Portal.Web.Http.Languages;

/// <summary>Keeps the choice of language and theme with the account, where it counts before the browser's.</summary>
internal sealed class ProfilePreferences(UserPreferences preferences, CurrentSession session) : IPreferenceStore
{
    public Task SaveCultureAsync(string culture, CancellationToken cancellationToken) =>
        session.IsSignedIn ? preferences.SetLanguageAsync(culture, cancellationToken) : Task.CompletedTask;

    public Task SaveThemeAsync(string theme, CancellationToken cancellationToken) =>
        session.IsSignedIn ? preferences.SetThemeAsync(theme, cancellationToken) : Task.CompletedTask;
}
