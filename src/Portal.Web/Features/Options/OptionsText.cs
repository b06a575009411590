namespace Portal.Web.Features.Options;

/// <summary>Names the texts beside it.</summary>
public sealed class OptionsText;
