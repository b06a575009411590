namespace Portal.Web.Features.Shared.OptionServices;

/// <summary>Words about option services that customers and staff share.</summary>
public sealed class SettingText;
