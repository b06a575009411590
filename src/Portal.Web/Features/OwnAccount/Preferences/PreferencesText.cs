namespace Portal.Web.Features.OwnAccount.Preferences;

/// <summary>Names the texts beside it.</summary>
public sealed class PreferencesText;
