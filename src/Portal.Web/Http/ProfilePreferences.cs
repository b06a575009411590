using Portal.Web.Accounts;

namespace Portal.Web.Http;

/// <summary>Keeps the choice of language and theme with the account, where it counts before the browser's.</summary>
internal sealed class ProfilePreferences(UserPreferences preferences, CurrentSession session) : IPreferenceStore
{
    public Task SaveCultureAsync(string culture, CancellationToken cancellationToken) =>
        session.IsSignedIn ? preferences.SetLanguageAsync(culture, cancellationToken) : Task.CompletedTask;

    public Task SaveThemeAsync(string theme, CancellationToken cancellationToken) =>
        session.IsSignedIn ? preferences.SetThemeAsync(theme, cancellationToken) : Task.CompletedTask;
}
