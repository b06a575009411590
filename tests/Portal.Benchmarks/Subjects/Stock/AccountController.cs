using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Portal.Benchmarks.Subjects.Stock;

public sealed class LoginForm
{
    [Required]
    public string UserName { get; set; } = "";

    [Required]
    [DataType(DataType.Password)]
    public string Password { get; set; } = "";
}

[Route("account/login")]
public sealed class AccountController(SignInManager<IdentityUser> manager) : Controller
{
    private const string Page = "~/Subjects/Stock/Views/Login.cshtml";

    [HttpGet("")]
    public ViewResult New() => View(Page, new LoginForm());

    [HttpPost("")]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Create(LoginForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (ModelState.IsValid
            && (await manager.PasswordSignInAsync(form.UserName, form.Password, isPersistent: false, lockoutOnFailure: true)).Succeeded)
        {
            return Redirect("/tickets");
        }

        ModelState.AddModelError("", "Sign-in failed.");
        return View(Page, form);
    }
}
