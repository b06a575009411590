using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Portal.Web.Http.Guards;

/// <summary>
/// This parameter comes from a guard and never from the request: nobody fills an account's fields with a form (IV-02).
/// </summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class GuardedAttribute() : BindingBehaviorAttribute(BindingBehavior.Never)
{
    public static bool Marks(ParameterDescriptor parameter) =>
        parameter is ControllerParameterDescriptor { ParameterInfo: var info } && info.IsDefined(typeof(GuardedAttribute), inherit: false);
}
