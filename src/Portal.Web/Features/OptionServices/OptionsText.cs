namespace Portal.Web.Features.OptionServices;

/// <summary>Names the texts beside it.</summary>
public sealed class OptionsText;
