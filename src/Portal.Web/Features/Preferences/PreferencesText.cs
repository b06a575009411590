namespace Portal.Web.Features.Preferences;

/// <summary>Names the texts beside it.</summary>
public sealed class PreferencesText;
