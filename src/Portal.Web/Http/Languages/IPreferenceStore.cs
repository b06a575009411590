namespace Portal.Web.Http.Languages;

/// <summary>
/// Keeps the choice of somebody who is signed in; the cookie alone would lose against the profile. All registered
/// stores are asked; without a signed-in account they do nothing.
/// </summary>
public interface IPreferenceStore
{
    Task SaveCultureAsync(string culture, CancellationToken cancellationToken);

    Task SaveThemeAsync(string theme, CancellationToken cancellationToken);
}
